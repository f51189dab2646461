import { stopCluster } from './clusters'

export default () => stopCluster('installed')
