import { isCodeScene } from '../../server/wechat/code-scene'
import { sceneCases } from './vectors'

describe('the scene of a mini-program code', () => {
  it.each(sceneCases)('"$scene" can be carried: $valid', ({ scene, valid }) => {
    expect(isCodeScene(scene)).toBe(valid)
  })
})
