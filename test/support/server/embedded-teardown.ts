import { stopCluster } from './clusters'

export default () => stopCluster('embedded')
